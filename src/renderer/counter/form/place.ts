/** In this order: a group of radios is entered at its chosen one, whose tab stop may not be drawn yet. */
const stops = [
  '[role="radio"][aria-checked="true"]',
  '[role="radio"][tabindex="0"]',
  'input.field-box, [role="combobox"], [role="radio"], [role="checkbox"], button',
]

/** Moves the focus to a place of the form, as `nextNeed` names it; `finish` is the button that ends the sitting. */
export function focusPlace(place: string): void {
  const spot = document.querySelector(`[data-place="${CSS.escape(place)}"]`)
  const target = stops.map(stop => spot?.querySelector(stop)).find(found => found instanceof HTMLElement)
  if (!(target instanceof HTMLElement)) return
  target.focus()
  if (target instanceof HTMLInputElement) target.select()
  spot?.scrollIntoView({ block: 'nearest' })
}

/** The place that holds the focus, or `null`. */
export const placeOf = (element: Element | null): string | null => element?.closest('[data-place]')?.getAttribute('data-place') ?? null
