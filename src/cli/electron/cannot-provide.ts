/** Something of the surroundings is missing and cannot be brought: its message is one plain sentence for whoever started us. */
export class CannotProvide extends Error {
  override readonly name = 'CannotProvide'
}
