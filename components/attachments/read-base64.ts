/** A file's content as Base64, without the head of a data URL. @throws DOMException when it cannot be read */
export async function readBase64(file: Blob): Promise<string> {
  const reader = new FileReader();
  const done = Promise.withResolvers<string>();
  reader.onload = () => done.resolve(typeof reader.result === "string" ? reader.result : "");
  reader.onerror = () => done.reject(reader.error);
  reader.readAsDataURL(file);
  const url = await done.promise;
  return url.slice(url.indexOf(",") + 1);
}
