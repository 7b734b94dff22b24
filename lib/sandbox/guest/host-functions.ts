import { createHash } from "node:crypto";
import type { QuickJSContext, QuickJSHandle, VmFunctionImplementation } from "quickjs-emscripten";

/** Called with what the guest gives; an error that it throws is thrown in the guest. */
export type HostFunction = VmFunctionImplementation<QuickJSHandle>;
export type HostFunctions = Record<string, HostFunction>;

const hashes: Readonly<Record<string, string>> = {
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
  MD5: "md5",
  SHA1: "sha1",
  SHA256: "sha256",
  SHA384: "sha384",
  SHA512: "sha512",
};

const randomsAtOnce = 64;

/** Parts of an address that code reads; those but `origin` may be set. */
const parts = [
  "href",
  "origin",
  "protocol",
  "username",
  "password",
  "host",
  "hostname",
  "port",
  "pathname",
  "search",
  "hash",
] as const;
type Settable = Exclude<(typeof parts)[number], "origin">;

/**
 * Functions of texts and bytes that the prelude builds on. They keep nothing and know nothing of the host: whatever
 * the guest gives them, they answer with a text, bytes or an error.
 */
export function hostFunctions(vm: QuickJSContext): HostFunctions {
  const texts =
    (act: (...values: string[]) => string | null): HostFunction =>
    (values) =>
      vm.newString(JSON.stringify(act(...textsOf(vm, values))));
  return {
    toBase64: texts((value = "") => btoa(value)),
    fromBase64: texts((value = "") => atob(value)),
    readUrl: texts((address = "", base = "") => {
      const url = base === "" ? URL.parse(address) : URL.parse(address, base);
      return url && partsOf(url);
    }),
    changeUrl: texts((href = "", name = "", value = "") => {
      const url = new URL(href);
      if (isSettable(name)) url[name] = value;
      return partsOf(url);
    }),
    readQuery: texts((query = "") => JSON.stringify([...new URLSearchParams(query)])),
    writeQuery: texts((pairs = "[]") => new URLSearchParams(JSON.parse(pairs)).toString()),
    encode: (text) => vm.newArrayBuffer(copyOf(new TextEncoder().encode(textsOf(vm, text)[0]))),
    decode: (label, fatal, bytes) => {
      const decoder = new TextDecoder(textsOf(vm, label)[0], { fatal: vm.dump(fatal) === true });
      return vm.newString(JSON.stringify(decoder.decode(bytesOf(vm, bytes))));
    },
    digest: (algorithm, bytes) => {
      const known = hashes[vm.getString(algorithm).toUpperCase()];
      if (!known) throw new TypeError(`Algorithms are ${Object.keys(hashes).slice(0, 5).join(", ")}.`);
      return vm.newArrayBuffer(copyOf(createHash(known).update(bytesOf(vm, bytes)).digest()));
    },
    randomNumbers: () => vm.newArrayBuffer(Float64Array.from({ length: randomsAtOnce }, Math.random).buffer),
  };
}

function partsOf(url: URL): string {
  return JSON.stringify(Object.fromEntries(parts.map((name) => [name, url[name]])));
}

function isSettable(name: string): name is Settable {
  return name !== "origin" && parts.some((part) => part === name);
}

/** A list of texts as JSON; whatever else the guest made of it becomes texts, too. */
function textsOf(vm: QuickJSContext, handle: QuickJSHandle): string[] {
  const values: unknown = JSON.parse(vm.getString(handle));
  return Array.isArray(values) ? values.map(String) : [];
}

/** A copy: what the guest holds may move or change at any moment. */
function bytesOf(vm: QuickJSContext, handle: QuickJSHandle): Uint8Array {
  return vm.getArrayBuffer(handle).consume((bytes) => bytes.value.slice());
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
