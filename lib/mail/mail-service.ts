import type { Queryable } from "@/lib/db/database";
import type { Egress } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";
import type { SecretStore } from "@/lib/secrets/secret-store";
import { AppError } from "@/workflows/errors/app-error";
import type { Mail, MailGateway } from "@/workflows/runtime/ports";
import { sendMail } from "./send-mail";
import { readMailServer } from "./settings";

interface MailDeps {
  db: Queryable;
  egress: Pick<Egress, "within">;
  rulesOf: RulesOf;
  secrets: Pick<SecretStore, "gateway">;
}

/** E-mail of a workspace, by its own server and inside its egress lists. */
export type MailService = (workspaceId: string) => MailGateway;

export function createMailService({ db, egress, rulesOf, secrets }: MailDeps): MailService {
  return (workspaceId) => ({
    async send(mail: Mail) {
      const server = await readMailServer(db, workspaceId);
      if (!server) {
        throw new AppError("not_found", "This workspace has no mail server.", {
          hint: "An administrator sets it up under Settings → E-mail.",
        });
      }
      const { host, port, allowPrivate, passwordSecret } = server;
      const password = passwordSecret ? await secrets.gateway(workspaceId).reveal(passwordSecret) : null;
      // Like a connection to a model it is an administrator's choice, which needs no entry among what is allowed.
      const { deny } = await rulesOf(workspaceId);
      const way = egress.within({ allow: [], deny });
      const own = allowPrivate ? [`${host}:${port}`] : [];
      await sendMail(mail, { server, password, open: (place) => way.socketTo(place, own) });
    },
  });
}
