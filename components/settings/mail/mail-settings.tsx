"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getMail } from "@/lib/api/contract/mail";
import { NeedsPermission } from "../needs-permission";
import { MailCard } from "./mail-card";

export function MailSettings() {
  return (
    <NeedsPermission permission="workspace.manage">
      <Loaded />
    </NeedsPermission>
  );
}

function Loaded() {
  const mail = useEndpoint(getMail, {});
  if (mail.isPending) return <SkeletonRows rows={3} label="Loading the mail server" />;
  if (mail.isError) {
    return (
      <ErrorState
        title="The mail server could not be loaded"
        error={mail.error}
        onRetry={() => void mail.refetch()}
        retrying={mail.isFetching}
      />
    );
  }
  return <MailCard key={JSON.stringify(mail.data.server)} server={mail.data.server} />;
}
