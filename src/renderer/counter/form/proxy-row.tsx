import { memo } from 'react'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { TextBox } from './text-box.tsx'

type Props = {
  readonly proxy: Draft['proxy']
  readonly allowed: boolean
  readonly fault: Fault | undefined
  readonly onPaper: (paper: string) => void
  readonly onHandIn: () => void
}

/** Who hands in for the citizen, and by which paper; or the key that says that somebody does. */
export const ProxyRow = memo(function ProxyRow({ proxy, allowed, fault, onPaper, onHandIn }: Props) {
  const { words, say } = useWords()
  if (proxy === null) {
    return (
      <div className="form-row">
        <span className="form-label">{words.proxy.title}</span>
        {allowed ? (
          <Action tone="quiet" name={words.proxy.hands} shortcut="F5" act={onHandIn} />
        ) : (
          <span className="quiet">{words.proxy.notAllowed}</span>
        )}
        <span className="origin" />
      </div>
    )
  }
  return (
    <div className="form-row" data-place="proxy.paper">
      <label className="form-label" htmlFor="field-proxy.paper">
        {put(words.proxy.paper, { name: proxy.name })}
      </label>
      <TextBox
        id="field-proxy.paper"
        value={proxy.paper}
        faultId={fault === undefined ? null : 'field-proxy.paper-fault'}
        need
        onType={onPaper}
      />
      <span className="origin" />
      {fault === undefined ? null : (
        <p className="form-fault" id="field-proxy.paper-fault">
          <span aria-hidden="true">✖ </span>
          {say(fault)}
        </p>
      )}
    </div>
  )
})
