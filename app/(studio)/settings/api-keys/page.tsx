import { ApiKeySettings } from "@/components/settings/api-keys/api-key-settings";

export const metadata = { title: "API keys" };

export default function ApiKeySettingsPage() {
  return <ApiKeySettings />;
}
