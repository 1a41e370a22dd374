import 'react'

declare module 'react' {
  // Custom properties are the way a number from TypeScript reaches a utility class.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
