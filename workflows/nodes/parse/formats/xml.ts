import { XMLParser } from "fast-xml-parser";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { unreadable } from "../../unreadable";
import { scalarOf } from "./scalar";

interface XmlSettings {
  attributes: boolean;
  typed: boolean;
}

const mostNested = 100;

/**
 * The elements of an XML text: a key for each, a list where one comes several times, `@name` for attributes and `#text`
 * for text beside them. Entities of its own are refused: they are how a small text becomes a huge one.
 * @throws AppError invalid_input
 */
export function readXml(text: string, { attributes, typed }: XmlSettings): Json {
  if (/<!ENTITY/i.test(text)) throw unreadable("XML", text, "it defines entities of its own.");
  const parser = new XMLParser({
    ignoreAttributes: !attributes,
    attributeNamePrefix: "@",
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    tagValueProcessor: (_, value) => (typed ? scalarOf(value) : value),
    attributeValueProcessor: (_, value) => (typed ? scalarOf(value) : value),
    maxNestedTags: mostNested,
    onDangerousProperty: (name) => {
      throw new Error(`an element may not be named ${name}`);
    },
  });
  try {
    return jsonSchema.parse(parser.parse(text, true));
  } catch (error) {
    throw unreadable("XML", text, `${error instanceof Error ? error.message : String(error)}.`, error);
  }
}
