/// What a document's file is, for whoever reads it.
package enum DocumentKind: String, Codable, Sendable { case text, word, openDocument, workbook, separated, portable }
