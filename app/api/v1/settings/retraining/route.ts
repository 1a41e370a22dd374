import {
  retrainingViewSchema,
  savedRetrainingHookSchema,
  saveRetrainingHookRequestSchema,
} from '@/lib/capabilities/drift/contract'
import { readRetraining } from '@/lib/capabilities/drift/services/read-retraining'
import { saveRetrainingHook } from '@/lib/capabilities/drift/services/save-retraining-hook'
import { withRoute } from '@/lib/platform/http/with-route'

/** Whom is called for retraining. */
export const GET = withRoute({ permission: 'settings.read', response: retrainingViewSchema }, () => readRetraining())

/** Sets whom to call for retraining; a key is shown once. */
export const PUT = withRoute(
  {
    permission: 'settings.write',
    body: saveRetrainingHookRequestSchema,
    response: savedRetrainingHookSchema,
  },
  ({ ctx, body }) => saveRetrainingHook(ctx, body),
)
