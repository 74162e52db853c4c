package main

import (
	"bytes"
	"strings"

	"github.com/jackc/pgconn"
	"github.com/jackc/pgtype"
)

var null = []byte("null")

type kind byte

const (
	text kind = iota
	plain
	truth
	moment
)

// table is a result with the places of its columns, whose names are paths into the document.
type table struct {
	names []string
	kinds []kind
	place map[string]int
	rows  [][][]byte
}

func read(result *pgconn.Result) *table {
	t := &table{place: make(map[string]int, len(result.FieldDescriptions)), rows: result.Rows}
	for i, field := range result.FieldDescriptions {
		name := string(field.Name)
		t.names = append(t.names, name)
		t.place[name] = i
		switch field.DataTypeOID {
		case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID, pgtype.NumericOID, pgtype.JSONOID, pgtype.JSONBOID:
			t.kinds = append(t.kinds, plain)
		case pgtype.BoolOID:
			t.kinds = append(t.kinds, truth)
		case pgtype.TimestamptzOID:
			t.kinds = append(t.kinds, moment)
		default:
			t.kinds = append(t.kinds, text)
		}
	}
	return t
}

func (t *table) by(column string) map[string][][][]byte {
	groups := make(map[string][][][]byte, len(t.rows))
	place := t.place[column]
	for _, row := range t.rows {
		groups[string(row[place])] = append(groups[string(row[place])], row)
	}
	return groups
}

func (t *table) one(column string) map[string][][]byte {
	rows := make(map[string][][]byte, len(t.rows))
	place := t.place[column]
	for _, row := range t.rows {
		rows[string(row[place])] = row
	}
	return rows
}

// writer appends JSON.
type writer struct {
	bytes             []byte
	first             bool
	version, location string
}

func (w *writer) comma() {
	if !w.first && len(w.bytes) > 0 {
		w.bytes = append(w.bytes, ',')
	}
	w.first = false
}

func (w *writer) name(name string) {
	w.comma()
	w.bytes = append(w.bytes, '"')
	w.bytes = append(w.bytes, name...)
	w.bytes = append(w.bytes, '"', ':')
	w.first = true
}

func (w *writer) open(bracket byte) {
	w.comma()
	w.bytes = append(w.bytes, bracket)
	w.first = true
}

func (w *writer) close(bracket byte) {
	w.bytes = append(w.bytes, bracket)
	w.first = false
}

func (w *writer) raw(value []byte) {
	w.comma()
	if value == nil {
		value = null
	}
	w.bytes = append(w.bytes, value...)
}

func (w *writer) truth(value []byte) {
	if len(value) == 1 && value[0] == 't' {
		w.raw([]byte("true"))
	} else if value == nil {
		w.raw(nil)
	} else {
		w.raw([]byte("false"))
	}
}

// moment writes 2026-03-01 12:00:00.5+00 as 2026-03-01T12:00:00.500000Z.
func (w *writer) moment(value []byte) {
	if value == nil {
		w.raw(nil)
		return
	}
	w.comma()
	value = bytes.TrimSuffix(value, []byte("+00"))
	w.bytes = append(w.bytes, '"')
	w.bytes = append(w.bytes, value[:10]...)
	w.bytes = append(w.bytes, 'T')
	w.bytes = append(w.bytes, value[11:]...)
	if len(value) == 19 {
		w.bytes = append(w.bytes, '.')
		value = value[:19:19]
		value = append(value, '.')
	}
	for i := len(value); i < 26; i++ {
		w.bytes = append(w.bytes, '0')
	}
	w.bytes = append(w.bytes, 'Z', '"')
}

const digits = "0123456789abcdef"

func (w *writer) quoted(value []byte) {
	w.comma()
	if value == nil {
		w.bytes = append(w.bytes, null...)
		return
	}
	w.bytes = append(w.bytes, '"')
	start := 0
	for i, c := range value {
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		w.bytes = append(w.bytes, value[start:i]...)
		switch c {
		case '"', '\\':
			w.bytes = append(w.bytes, '\\', c)
		case '\n':
			w.bytes = append(w.bytes, '\\', 'n')
		default:
			w.bytes = append(w.bytes, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		}
		start = i + 1
	}
	w.bytes = append(w.bytes, value[start:]...)
	w.bytes = append(w.bytes, '"')
}

func (w *writer) text(name string, value []byte) {
	w.name(name)
	w.quoted(value)
}

// members writes a row's columns; those with a common beginning before the dot make an object, or null when they are.
func (w *writer) members(t *table, row [][]byte, isLeftOut func(string) bool) {
	for i := 0; i < len(t.names); i++ {
		name := t.names[i]
		if strings.ContainsRune(name, '.') {
			object := name[:strings.IndexByte(name, '.')+1]
			end, isThere := i, false
			for end < len(t.names) && strings.HasPrefix(t.names[end], object) {
				isThere = isThere || row[end] != nil
				end++
			}
			w.name(object[:len(object)-1])
			if !isThere {
				w.raw(nil)
			} else {
				w.open('{')
				for ; i < end; i++ {
					w.name(t.names[i][len(object):])
					w.value(t.kinds[i], row[i])
				}
				w.close('}')
			}
			i = end - 1
		} else if !isInside(name) && (isLeftOut == nil || !isLeftOut(name)) {
			w.name(name)
			w.value(t.kinds[i], row[i])
		}
	}
}

// isInside tells of columns that make links or warnings rather than members.
func isInside(name string) bool {
	switch name {
	case "successor", "warnings", "is_inside", "acts", "area":
		return true
	}
	return false
}

func (w *writer) value(k kind, value []byte) {
	switch k {
	case plain:
		w.raw(value)
	case truth:
		w.truth(value)
	case moment:
		w.moment(value)
	default:
		w.quoted(value)
	}
}

func (w *writer) link(name, rel, href string) {
	w.linked(name, rel, href, `","method":"GET"}`)
}

func (w *writer) act(name, href string) {
	w.linked(name, "edit", href, `","method":"POST"}`)
}

func (w *writer) template(name, href string) {
	w.linked(name, "item", href, `","method":"GET","templated":true}`)
}

func (w *writer) linked(name, rel, href, end string) {
	w.name(name)
	w.bytes = append(w.bytes, `{"href":"`...)
	w.bytes = append(w.bytes, href...)
	w.bytes = append(w.bytes, `","rel":"`...)
	w.bytes = append(w.bytes, rel...)
	w.bytes = append(w.bytes, end...)
	w.first = false
}
