import { KeyCap } from '../../parts/key-cap.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { Cover } from './cover.tsx'

const keys = [
  ['F1', 'help'],
  ['F2', 'next'],
  ['F3', 'official'],
  ['F4', 'procedure'],
  ['F5', 'type'],
  ['F6', 'handover'],
  ['F7', 'paper'],
  ['F8', 'readBack'],
  ['F9', 'finish'],
  ['Alt+B', 'supplement'],
  ['Alt+K', 'refuse'],
  ['F10', 'doctor'],
  ['F11', 'greeter'],
  ['F12', 'money'],
  ['Ctrl+K', 'search'],
  ['Ctrl+Q', 'queue'],
  ['Ctrl+G', 'hall'],
  ['Ctrl+E', 'dayEnd'],
  ['Ctrl+U', 'parcels'],
  ['Ctrl+D', 'postDay'],
  ['Ctrl+B', 'book'],
  ['Ctrl+H', 'home'],
  ['Ctrl+,', 'settings'],
  ['Ctrl+P', 'reprint'],
  ['Ctrl+L', 'language'],
  ['Ctrl', 'reveal'],
  ['Ctrl +', 'larger'],
  ['Alt+T', 'theme'],
  ['Alt+W', 'why'],
  ['Alt+R', 'raw'],
  ['Alt+G', 'recall'],
  ['Alt+V', 'absent'],
  ['Alt+1…9', 'resume'],
  ['Ctrl+1…6', 'recent'],
  ['Enter', 'enter'],
  ['Tab', 'tab'],
  ['Space', 'space'],
  ['1…9', 'digit'],
  ['Esc', 'escape'],
] as const

const marks = [
  ['▣', 'card'],
  ['↺', 'earlier'],
  ['⌂', 'office'],
  ['≡', 'rule'],
  ['✎', 'typed'],
  ['?', 'doubt'],
] as const

/** Every key and every mark, on one page. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { words } = useWords()
  return (
    <Cover title={words.help.title} wide onClose={onClose}>
      <p>{words.help.scan}</p>
      <ul className="help-keys">
        {keys.map(([key, what]) => (
          <li key={key}>
            <KeyCap name={key} />
            <span>{words.helpKey[what]}</span>
          </li>
        ))}
      </ul>
      <h3 className="zone-title">{words.help.marks}</h3>
      <ul className="help-keys help-marks">
        {marks.map(([mark, what]) => (
          <li key={mark}>
            <span className="help-mark" aria-hidden="true">
              {mark}
            </span>
            <span>{words.helpMark[what]}</span>
          </li>
        ))}
      </ul>
    </Cover>
  )
}
