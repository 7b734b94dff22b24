import { AppError, isAppError } from "@/workflows/errors/app-error";
import { addressKind, classifyAddress } from "./address";
import type { Rule } from "./rule";

/** Who was to be called; `address` is missing where the name alone decides. */
export interface Target {
  host: string;
  port: string;
  address?: string;
}

const whoChangesLists =
  "An administrator of the workspace can change its lists in Settings → Outgoing calls.";

/** The guard's own rule, which only the operator opens. */
export function refusedAddress(target: Target): AppError {
  const { host, address = host } = target;
  const kind = addressKind(address);
  return new AppError("egress_refused", `${place(target)} is ${kind} address, so it was not called.`, {
    hint: operatorMay(host),
    data: { host, address, rule: kind.replace(/^an? /, "") },
  });
}

/** Whether the address itself was refused: a setting with an own word for private addresses can open it. */
export function isPrivateRefusal(error: unknown): error is AppError {
  if (!isAppError(error) || error.code !== "egress_refused") return false;
  const { address, list } = Object(error.details.data);
  return list === undefined && typeof address === "string" && classifyAddress(address) === "private";
}

export function refusedMetadataName({ host }: Target): AppError {
  return new AppError("egress_refused", `${host} is a cloud's metadata service, so it was not called.`, {
    hint: operatorMay(host),
    data: { host, rule: "metadata" },
  });
}

export function refusedByRule(target: Target, { text }: Rule): AppError {
  return new AppError("egress_refused", `${place(target)} is refused by this workspace's rule “${text}”.`, {
    hint: whoChangesLists,
    data: { ...target, list: "deny", rule: text },
  });
}

export function notAllowed(target: Target): AppError {
  const message = `${place(target)} is not on the list of what this workspace allows.`;
  return new AppError("egress_refused", message, {
    hint: whoChangesLists,
    data: { ...target, list: "allow" },
  });
}

function operatorMay(host: string): string {
  return `Whoever runs this installation can allow it by adding ${host} to ALLOW_PRIVATE_NETWORK.`;
}

function place({ host, address = host }: Target): string {
  return host === address ? host : `${host} (${address})`;
}
