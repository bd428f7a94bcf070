type Props = {
  readonly id: string
  readonly text: string
  /** Said aloud when it appears: where the hand does not come to its box. */
  readonly live?: boolean
}

/** What is wrong, in one line under the box that it is about. */
export const FaultLine = ({ id, text, live = false }: Props) => (
  <p className="form-fault" id={id} role={live ? 'alert' : undefined}>
    <span aria-hidden="true">✖ </span>
    {text}
  </p>
)
