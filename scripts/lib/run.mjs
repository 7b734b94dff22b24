import { spawn } from "node:child_process";
import { root, toolEnvironment } from "./paths.mjs";

const forwarded = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a command with our terminal and waits for its end. Signals pass through to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it, as a shell would say
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: toolEnvironment(options.env),
      stdio: "inherit",
    });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    for (const signal of forwarded) process.on(signal, pass);
    const release = () => {
      for (const signal of forwarded) process.off(signal, pass);
    };
    child.once("error", (error) => {
      release();
      reject(error);
    });
    child.once("close", (code, signal) => {
      release();
      resolve(code ?? signalExitCode(signal));
    });
  });
}

/** @param {NodeJS.Signals | null} signal */
function signalExitCode(signal) {
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
  const known = Object.entries(numbers).find(([name]) => name === signal);
  return 128 + (known?.[1] ?? 0);
}

/**
 * Ends this script with the failed step's exit code.
 * @param {number} code
 */
export function exitUnlessZero(code) {
  if (code !== 0) process.exit(code);
}
