import { createRoot } from 'react-dom/client'
import Form from '@rjsf/core'
import type { RJSFSchema } from '@rjsf/utils'
import validator from '@rjsf/validator-ajv8'

/** As many fields as the form beside it, in a public JSON-Schema form engine as it comes. */
const FIELDS = 22

const schema: RJSFSchema = {
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: FIELDS }, (_, n) => [`field${n}`, { type: 'string', title: `Mục ${n}`, maxLength: 200 }]),
  ),
}

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<Form schema={schema} validator={validator} formData={{ field0: 'Nguyễn Thị Hương Lan' }} />)
