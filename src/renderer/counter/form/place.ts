const stop = 'input.field-box, [role="combobox"], [role="radio"][tabindex="0"], [role="checkbox"], button'

/** Moves the focus to a place of the form, as `nextNeed` names it; `finish` is the button that ends the sitting. */
export function focusPlace(place: string): void {
  const spot = document.querySelector(`[data-place="${CSS.escape(place)}"]`)
  const target = spot?.querySelector(stop)
  if (!(target instanceof HTMLElement)) return
  target.focus()
  if (target instanceof HTMLInputElement) target.select()
  spot?.scrollIntoView({ block: 'nearest' })
}

/** The place that holds the focus, or `null`. */
export const placeOf = (element: Element | null): string | null => element?.closest('[data-place]')?.getAttribute('data-place') ?? null
