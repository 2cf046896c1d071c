declare namespace jest {
  interface Matchers<R> {
    /** Registered by `@sa11y/jest` before every component test; the recommended set of rules unless told. */
    toBeAccessible(): Promise<R>;
  }
}
