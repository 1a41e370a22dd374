import type { Prompt } from '../read-prompt'

/** Answers one task from nothing but the prompt. `model` is the name asked for: a small one knows less. */
export type TaskAnswerer = (prompt: Prompt, model: string) => unknown
