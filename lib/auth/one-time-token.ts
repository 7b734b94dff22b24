import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: guessing one is hopeless, so a plain hash protects what is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
