import { ModelSettings } from "@/components/settings/models/model-settings";

export const metadata = { title: "Models" };

export default function ModelSettingsPage() {
  return <ModelSettings />;
}
