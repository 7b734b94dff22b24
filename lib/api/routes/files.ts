import type { Api } from "../api";
import { filesApi } from "../contract";
import { mount, mountRaw } from "../mount";

export function mountFiles(api: Api): void {
  const { files } = api.services;
  mount(api, filesApi.listRunFiles, async ({ caller, params }) => ({
    items: await files.list(caller, params.id),
  }));
  mountRaw(api, filesApi.getRunFile, async ({ caller, params }) => {
    const { name, type, bytes } = await files.open(caller, params.id, params.fileId);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        "content-type": type,
        "content-length": String(bytes.byteLength),
        "content-disposition": attachment(name),
        // Should a browser show it all the same, nothing in it runs.
        "content-security-policy": "default-src 'none'; sandbox",
      },
    });
  });
}

/** RFC 6266: a plain name for the old, the real one for the others. */
function attachment(name: string): string {
  const last = name.split("/").at(-1) ?? "file";
  const plain = last.replace(/[^\w.-]/g, "_");
  const exact = encodeURIComponent(last).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
