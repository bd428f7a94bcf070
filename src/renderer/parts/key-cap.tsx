/** A key, as it stands on every action. It is hidden from readers: they hear `aria-keyshortcuts`. */
export const KeyCap = ({ name }: { readonly name: string }) => (
  <kbd className="key-cap" aria-hidden="true">
    {name}
  </kbd>
)
