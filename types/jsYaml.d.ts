/** js-yaml brings no types; what this repository takes of it. */
declare module "js-yaml" {
  /** Every document of the text. */
  export function loadAll(text: string): unknown[];
}
