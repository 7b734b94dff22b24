import { MailSettings } from "@/components/settings/mail/mail-settings";

export const metadata = { title: "E-mail" };

export default function EmailPage() {
  return <MailSettings />;
}
