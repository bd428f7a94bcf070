/** Puts figures and names into a sentence: `{name}` becomes `values.name`. A value that is not given stays visible as a gap. */
export const put = (sentence: string, values: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…'))
