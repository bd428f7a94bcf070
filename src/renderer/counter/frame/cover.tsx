import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly wide?: boolean; readonly onClose: () => void; readonly children: ReactNode }

/** Something that lies over the desk for a moment. Esc puts it away, and the hand is back where it was. */
export const Cover = ({ title, wide = false, onClose, children }: Props) => (
  <Dialog.Root
    open
    onOpenChange={open => {
      if (!open) onClose()
    }}
  >
    <Dialog.Portal>
      <Dialog.Backdrop className="cover-shade" />
      <Dialog.Popup className={wide ? 'cover cover-wide' : 'cover'}>
        <Dialog.Title className="sheet-title cover-title">{title}</Dialog.Title>
        {children}
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
)
