/** Where the focus stood when a scan may have begun, and what stood there. */
export type Spot = {
  readonly focus: HTMLElement
  readonly value: string
  readonly caret: number | null
  /** The chosen radio of the group that held the focus. */
  readonly radio: HTMLElement | null
}

export function rememberSpot(): Spot | null {
  const focus = document.activeElement
  if (!(focus instanceof HTMLElement)) return null
  const field = fieldOf(focus)
  const radio = focus.closest('[role="radiogroup"]')?.querySelector('[role="radio"][aria-checked="true"]')
  return {
    focus,
    value: field?.value ?? '',
    caret: field?.selectionStart ?? null,
    radio: radio instanceof HTMLElement ? radio : null,
  }
}

/** Puts back what the first keys of a scan changed before they were known as its. */
export function takeBack(spot: Spot | null): void {
  if (spot === null || !spot.focus.isConnected) return
  const field = fieldOf(spot.focus)
  if (field !== null && field.value !== spot.value) write(field, spot.value)
  if (spot.radio !== null && spot.radio.getAttribute('aria-checked') !== 'true') spot.radio.click()
  if (document.activeElement !== spot.focus) spot.focus.focus()
  if (field !== null && spot.caret !== null) field.setSelectionRange(spot.caret, spot.caret)
}

/** Types `text` where it would have gone, had it not been taken for a scan; where that was no field, into the one that has the focus. */
export function giveBack(spot: Spot | null, text: string): void {
  const there = spot !== null && spot.focus.isConnected ? fieldOf(spot.focus) : null
  const field = there ?? (document.activeElement === null ? null : fieldOf(document.activeElement))
  if (field === null) return
  const at = field.selectionStart ?? field.value.length
  const kept = text.replace(/\n/g, '')
  write(field, field.value.slice(0, at) + kept + field.value.slice(at))
  field.setSelectionRange(at + kept.length, at + kept.length)
}

const fieldOf = (element: Element): HTMLInputElement | HTMLTextAreaElement | null =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null

/** Writes as if it had been typed: React listens to the event, and looks past a value that its own setter wrote. */
function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
