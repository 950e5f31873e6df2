/** The part of the `edtf` package that the tests use; it ships no types. */
declare module 'edtf' {
  export function parse(text: string): unknown;
}
