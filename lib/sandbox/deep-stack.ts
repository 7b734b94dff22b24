const megabyte = 1024 * 1024;
/** What the module was built with. */
const stackBytes = 5 * megabyte;
/** Four times what the interpreter lets code use (256 KB), before its own functions' last frames. */
const usedBytes = megabyte;

/** The addresses of the part of the stack that nothing comes down to, in bytes. */
export interface DeepStack {
  from: number;
  to: number;
}

/** The deep part of a module's stack, which begins at its top; undefined, where its top cannot be told. */
export function deepStackOf(wasm: Uint8Array): DeepStack | undefined {
  const top = stackTop(wasm);
  return top !== undefined && top >= stackBytes ? { from: top - stackBytes, to: top - usedBytes } : undefined;
}

const globalSection = 6;
const i32 = 0x7f;
const i32Const = 0x41;
const headerBytes = 8;

/**
 * Where the stack pointer begins: the value of the module's one variable.
 * The format of modules: https://webassembly.github.io/spec/core/binary/modules.html#global-section
 */
function stackTop(wasm: Uint8Array): number | undefined {
  const reader = new Reader(wasm, headerBytes);
  while (!reader.isAtEnd()) {
    const section = reader.byte();
    const bytes = reader.unsigned();
    if (section !== globalSection) reader.skip(bytes);
    else if (reader.unsigned() === 1 && reader.byte() === i32 && reader.byte() === 1) {
      return reader.byte() === i32Const ? reader.unsigned() : undefined;
    } else return undefined;
  }
  return undefined;
}

class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  skip(bytes: number): void {
    this.at += bytes;
  }

  /** LEB128. An address is positive, so its signed form reads the same. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return value;
  }
}
