import { AppearanceSettings } from "@/components/settings/appearance/appearance-settings";

export const metadata = { title: "Appearance" };

export default function AppearanceSettingsPage() {
  return <AppearanceSettings />;
}
