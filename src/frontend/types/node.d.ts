/** As much of Node as the tests and the build use. */
declare module 'node:test' {
  const test: any;
  export default test;
  export const mock: any;
}
declare module 'node:assert/strict' {
  const assert: any;
  export default assert;
}
declare module 'node:fs' {
  export const readFileSync: any, readdirSync: any, existsSync: any, mkdirSync: any, writeFileSync: any, rmSync: any, cpSync: any;
}
declare module 'node:zlib' {
  export const gzipSync: any, inflateRawSync: any, deflateRawSync: any;
}
declare module 'node:path' {
  export const join: any, dirname: any, relative: any;
}
declare module 'node:url' {
  export const fileURLToPath: any;
}
declare module 'node:vm' {
  export const createContext: any, runInContext: any;
}
declare const process: any, Buffer: any;
interface ImportMeta {
  url: string;
}
