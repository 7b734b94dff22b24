import { randomUUID } from "node:crypto";
import { readMailServer, writeMailServer } from "@/lib/mail/settings";
import type { Api } from "../api";
import { mailApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountMail(api: Api): void {
  const { db, mail } = api.services;
  mount(api, mailApi.getMail, async ({ caller }) => ({
    server: await readMailServer(db, caller.workspaceId),
  }));
  mountChange(
    api,
    mailApi.setMail,
    async ({ caller, body }, tx) => {
      await writeMailServer(tx, caller.workspaceId, body.server);
      return { server: await readMailServer(tx, caller.workspaceId) };
    },
    // It names its password's secret, and does not hold it.
    { audit: ({ body }) => ({ host: body.server?.host ?? null, from: body.server?.from ?? null }) },
  );
  mount(
    api,
    mailApi.testMail,
    async ({ caller, body, request }) => {
      await mail(caller.workspaceId).send({
        to: [body.to],
        subject: "A test message of Signalbox",
        text: "The mail server of your workspace works.",
        callKey: `test:${randomUUID()}`,
        signal: request.signal,
      });
    },
    { limit: "account", audit: ({ body }) => body },
  );
}
