/** What is so, and what to do. */
export type Finding = { readonly what: string; readonly todo: string }

/** The sentences of a fault say what is so first, and then what to do. */
export function findingOf(sentences: string): Finding {
  const [what = '', ...todo] = sentences.split(/(?<=\.) (?=Hãy|Phiếu|Máy)/)
  return { what, todo: todo.join(' ') }
}
