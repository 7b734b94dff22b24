import { SecretSettings } from "@/components/settings/secrets/secret-settings";

export const metadata = { title: "Secrets" };

export default function SecretSettingsPage() {
  return <SecretSettings />;
}
