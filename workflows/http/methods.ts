export const httpMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const;

/** Sending these twice may act twice; with all others it has the effect of sending once (RFC 9110, section 9.2.2). */
export const unsafeMethods = ["POST", "PATCH"] as const;

export function isUnsafe(method: string): boolean {
  return unsafeMethods.some((unsafe) => unsafe === method);
}
