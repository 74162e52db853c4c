import CLibPQ
import Glibc

/// A column of a result, found by the name that the statement gives it.
package struct Column: Sendable, Hashable {
    @usableFromInline let index: Int

    /// The column at a place of the select list, for code that has made that list itself.
    @inlinable package init(place: Int) { self.index = place }

    /// The column as far behind `first` as this one is behind the first of all.
    @inlinable package func behind(_ first: Column) -> Column { Column(place: self.index + first.index) }
}

extension QueryResult {
    /// The column of this name. A name that the statement hasn't got is a mistake in the program.
    package func column(_ name: StaticString) -> Column {
        let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        for index in 0..<self.columnCount {
            // A literal ends with a nought as PostgreSQL's names do.
            if let known = PQfname(self.result, Int32(index)), strcmp(known, wanted) == 0 {
                return Column(place: index)
            }
        }
        preconditionFailure("no column \(name)")
    }
}

extension Row {
    package subscript(column: Column) -> String? { self[column.index] }
    package subscript(name: StaticString) -> String? { self[self.result.column(name)] }

    @inlinable package func isNull(_ column: Column) -> Bool { self.isNull(column.index) }
    package func isNull(_ name: StaticString) -> Bool { self.isNull(self.result.column(name)) }

    /// The value of an integer column, nil for NULL or when it is no integer.
    package func int(_ name: StaticString) -> Int? { self.int(self.result.column(name).index) }

    package func int(_ column: Column) -> Int? { self.int(column.index) }

    /// The value of a boolean column; false for NULL.
    package func bool(_ name: StaticString) -> Bool { self.bool(self.result.column(name).index) }

    package func bool(_ column: Column) -> Bool { self.bool(column.index) }

    /// The bytes of a `bytea` column.
    package func data(_ name: StaticString) -> [UInt8]? { self.data(self.result.column(name).index) }

    /// The value as PostgreSQL's text, straight from the result's memory; nil for NULL. It must not leave the closure.
    @inlinable
    package func withBytes<T>(_ column: Column, _ body: (UnsafeBufferPointer<UInt8>?) throws -> T) rethrows -> T {
        try self.withBytes(column.index, body)
    }

    /// Whether two columns hold the same bytes; two NULLs do.
    package func equals(_ column: Column, _ other: Row, _ otherColumn: Column) -> Bool {
        self.equals(column.index, other, otherColumn.index)
    }
}
