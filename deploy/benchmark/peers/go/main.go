// A plan, a list of measures and a report as a Go programmer would serve them well: net/http and pgx, the same statements in one
// round trip on as many connections, tokens verified once and then remembered, the same documents with the same links. deploy/bench
// builds it with Debian's golang and pgx, and measures it beside the service.
//
//	peer ADDRESS DATABASE-URL STATEMENTS-FILE PUBLIC-KEY-FILE CONNECTIONS
package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io"
	"log"
	"math/big"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgconn"
	"github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v4/pgxpool"
)

const base = "/samverkan/v1/municipalities/"

type statement struct {
	SQL    string    `json:"sql"`
	Values []*string `json:"values"`
}

type server struct {
	pool       *pgxpool.Pool
	statements map[string][]statement
	key        *ecdsa.PublicKey
	mutex      sync.RWMutex
	callers    map[string]*caller
}

type caller struct {
	Issuer  string `json:"iss"`
	Subject string `json:"sub"`
	Name    string `json:"name"`
	Aud     string `json:"aud"`
	Expires int64  `json:"exp"`
}

var errToken = errors.New("no valid token")

// caller verifies a token's signature the first time it comes and remembers whose it is.
func (s *server) caller(r *http.Request) (*caller, error) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	s.mutex.RLock()
	known := s.callers[token]
	s.mutex.RUnlock()
	if known == nil {
		parts := strings.Split(token, ".")
		if len(parts) != 3 {
			return nil, errToken
		}
		signature, err := base64.RawURLEncoding.DecodeString(parts[2])
		if err != nil || len(signature) != 64 {
			return nil, errToken
		}
		digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
		if !ecdsa.Verify(s.key, digest[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
			return nil, errToken
		}
		claims, err := base64.RawURLEncoding.DecodeString(parts[1])
		known = &caller{}
		if err != nil || json.Unmarshal(claims, known) != nil || known.Aud != "samverkan" {
			return nil, errToken
		}
		s.mutex.Lock()
		s.callers[token] = known
		s.mutex.Unlock()
	}
	if known.Expires <= time.Now().Unix() {
		return nil, errToken
	}
	return known, nil
}

// run sends all statements of a request in one round trip; results are text, as the service has them.
func (s *server) run(what string, known map[string]string) ([]*pgconn.Result, error) {
	// Not the request's context: whoever leaves before the answer would take a connection to the database along.
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	connection, err := s.pool.Acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer connection.Release()
	batch := &pgconn.Batch{}
	for number, statement := range s.statements[what] {
		values := make([][]byte, len(statement.Values))
		for i, value := range statement.Values {
			if value == nil {
				continue
			}
			if strings.HasPrefix(*value, "{") {
				if found, is := known[*value]; is {
					values[i] = []byte(found)
				}
			} else {
				values[i] = []byte(*value)
			}
		}
		batch.ExecPrepared(what+strconv.Itoa(number), values, nil, nil)
	}
	return connection.Conn().PgConn().ExecBatch(ctx, batch).ReadAll()
}

func (s *server) prepare(ctx context.Context, connection *pgx.Conn) error {
	for what, statements := range s.statements {
		for number, statement := range statements {
			if _, err := connection.PgConn().Prepare(ctx, what+strconv.Itoa(number), statement.SQL, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// refuse answers with a problem document of the error's kind.
func refuse(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	var failure *pgconn.PgError
	switch {
	case errors.Is(err, errToken):
		status = http.StatusUnauthorized
	case errors.Is(err, errAbsent), errors.As(err, &failure) && failure.Code == "SV002":
		status = http.StatusNotFound
	case errors.Is(err, errBody), errors.As(err, &failure) && (strings.HasPrefix(failure.Code, "22") || strings.HasPrefix(failure.Code, "23")):
		status = http.StatusUnprocessableEntity
	default:
		log.Print(err)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"type": "about:blank", "status": status, "title": http.StatusText(status)})
}

var (
	errAbsent = errors.New("not found")
	errBody   = errors.New("the body says nothing that can be written")
)

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	who, err := s.caller(r)
	if err != nil {
		refuse(w, err)
		return
	}
	path := strings.Split(strings.TrimPrefix(r.URL.Path, base), "/")
	known := map[string]string{"{code}": path[0], "{issuer}": who.Issuer, "{subject}": who.Subject, "{name}": who.Name}
	root := "http://" + r.Host + base + path[0]
	out := &writer{}
	status := http.StatusOK
	switch {
	case r.Method == "GET" && len(path) == 3 && path[1] == "action-plans":
		known["{plan}"] = path[2]
		err = s.plan(out, known, root)
		w.Header().Set("ETag", `"`+out.version+`"`)
	case r.Method == "GET" && len(path) == 2 && path[1] == "measures":
		err = s.list(out, known, root)
	case r.Method == "POST" && len(path) == 4 && path[1] == "measures" && path[3] == "follow-ups":
		known["{measure}"] = path[2]
		status = http.StatusCreated
		err = s.report(r, out, known, root)
		w.Header().Set("Location", out.location)
	default:
		err = errAbsent
	}
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(out.bytes)))
	w.Header().Set("Cache-Control", "private, no-cache")
	w.WriteHeader(status)
	w.Write(out.bytes)
}

func (s *server) plan(out *writer, known map[string]string, root string) error {
	results, err := s.run("plan", known)
	if err != nil {
		return err
	}
	plan, areas, causes, measures := read(results[2]), read(results[3]), read(results[4]), read(results[5])
	if len(plan.rows) == 0 {
		return errAbsent
	}
	beside := newBeside(results[6], results[7], results[8])
	causesOf, measuresOf, without := causes.by("area"), measures.by("cause"), measures.by("area")
	head := plan.rows[0]
	out.version = string(head[plan.place["version"]])
	list := func(name string, rows [][][]byte, end func(row [][]byte)) {
		out.name(name)
		out.open('[')
		for _, row := range rows {
			end(row)
		}
		out.close(']')
	}
	measure := func(row [][]byte) {
		out.open('{')
		beside.measure(out, measures, row)
		out.close('}')
	}
	out.open('{')
	out.members(plan, head, func(column string) bool { return column == "indicators" })
	list("warnings", nil, nil)
	list("priorityAreas", areas.rows, func(area [][]byte) {
		out.open('{')
		out.members(areas, area, nil)
		id := string(area[areas.place["id"]])
		list("causes", causesOf[id], func(cause [][]byte) {
			out.open('{')
			out.members(causes, cause, nil)
			list("measures", measuresOf[string(cause[causes.place["id"]])], measure)
			out.close('}')
		})
		var loose [][][]byte
		for _, row := range without[id] {
			if row[measures.place["cause"]] == nil {
				loose = append(loose, row)
			}
		}
		list("measures", loose, measure)
		out.close('}')
	})
	out.name("indicators")
	out.raw(head[plan.place["indicators"]])
	collection, id := root+"/action-plans", known["{plan}"]
	href := collection + "/" + id
	out.name("_links")
	out.open('{')
	out.link("self", "self", href)
	out.link("collection", "collection", collection)
	out.link("agreement", "up", root+"/agreements/"+string(head[plan.place["agreementId"]]))
	out.link("measures", "related", root+"/measures?plan="+id)
	if revised := head[plan.place["predecessorId"]]; revised != nil {
		out.link("predecessor", "predecessor-version", collection+"/"+string(revised))
	}
	if successor := head[plan.place["successor"]]; successor != nil {
		out.link("successor", "successor-version", collection+"/"+string(successor))
	}
	out.link("changes", "related", href+"/changes")
	out.template("priorityArea", href+"/priority-areas/{areaId}")
	out.template("indicator", href+"/indicators/{indicatorId}")
	out.template("cause", href+"/causes/{causeId}")
	out.link("reportingRounds", "related", root+"/reporting-rounds?plan="+id)
	for _, part := range [][2]string{{"unplannedWork", "unplanned-work"}, {"attachments", "attachments"}, {"comments", "comments"}} {
		out.link(part[0], "related", href+"/"+part[1])
	}
	for _, act := range strings.Fields(string(bytes.Trim(bytes.ReplaceAll(head[plan.place["acts"]], []byte(","), []byte(" ")), "{}"))) {
		out.act(act, href+"/"+act)
	}
	out.link("decisionProposal", "related", href+"/decision-proposal")
	out.close('}')
	out.close('}')
	return nil
}

func (s *server) list(out *writer, known map[string]string, root string) error {
	results, err := s.run("list", known)
	if err != nil {
		return err
	}
	measures, total := read(results[2]), read(results[3])
	beside := newBeside(results[4], results[5], results[6])
	areas, plans := read(results[7]), read(results[8])
	titles, years := areas.one("id"), plans.one("id")
	out.open('{')
	out.name("items")
	out.open('[')
	for _, row := range measures.rows {
		out.open('{')
		beside.measure(out, measures, row)
		plan, area := row[measures.place["plan"]], row[measures.place["area"]]
		out.text("planId", plan)
		out.name("year")
		out.raw(years[string(plan)][plans.place["year"]])
		out.name("area")
		out.open('{')
		out.text("id", area)
		out.text("title", titles[string(area)][areas.place["title"]])
		out.close('}')
		out.text("causeId", row[measures.place["cause"]])
		out.name("_links")
		out.open('{')
		out.link("self", "self", root+"/measures/"+string(row[measures.place["id"]]))
		out.close('}')
		out.close('}')
	}
	out.close(']')
	count, _ := strconv.Atoi(string(total.rows[0][0]))
	last := (count + 49) / 50
	out.name("_meta")
	out.open('{')
	for _, member := range []struct {
		name  string
		value int
	}{{"page", 1}, {"limit", 50}, {"count", len(measures.rows)}, {"totalRecords", count}, {"totalPages", last}} {
		out.name(member.name)
		out.raw(strconv.AppendInt(nil, int64(member.value), 10))
	}
	out.close('}')
	page := func(number int) string {
		return root + "/measures?page=" + strconv.Itoa(number) + "&limit=50"
	}
	out.name("_links")
	out.open('{')
	out.link("self", "self", page(1))
	out.link("first", "first", page(1))
	if last > 1 {
		out.link("next", "next", page(2))
	}
	out.link("last", "last", page(last))
	out.close('}')
	out.close('}')
	return nil
}

func (s *server) report(r *http.Request, out *writer, known map[string]string, root string) error {
	var body struct {
		Party  *string `json:"responsiblePartyId"`
		Period *struct {
			Start, End *string
		}
		Status, Text, Unit *string
		Quantity           *json.Number
	}
	reader := json.NewDecoder(io.LimitReader(r.Body, 65_536))
	if reader.Decode(&body) != nil || body.Period == nil || body.Period.Start == nil || body.Status == nil {
		return errBody
	}
	for slot, value := range map[string]*string{
		"{party}": body.Party, "{day}": body.Period.Start, "{status}": body.Status, "{text}": body.Text,
		"{unit}": body.Unit, "{quantity}": (*string)(body.Quantity),
	} {
		if value != nil {
			known[slot] = *value
		}
	}
	known["{made}"] = version7()
	results, err := s.run("follow-up", known)
	if err != nil {
		return err
	}
	made := read(results[1])
	if len(made.rows) == 0 {
		return errAbsent
	}
	measure := root + "/measures/" + known["{measure}"]
	href := measure + "/follow-ups/" + known["{made}"]
	out.location = href
	out.open('{')
	out.members(made, made.rows[0], func(column string) bool { return column == "plan_id" || column == "may_correct" })
	out.name("_links")
	out.open('{')
	out.link("self", "self", href)
	out.link("measure", "up", measure)
	out.link("attachments", "related", href+"/attachments")
	for _, act := range []string{"correction", "withdrawal", "transfer"} {
		out.act(act, href+"/"+act)
	}
	out.close('}')
	out.close('}')
	return nil
}

func version7() string {
	var id [16]byte
	now := time.Now().UnixMilli()
	rand.Read(id[6:])
	for i := 0; i < 6; i++ {
		id[i] = byte(now >> (40 - 8*i))
	}
	id[6] = id[6]&0x0F | 0x70
	id[8] = id[8]&0x3F | 0x80
	digits := hex.EncodeToString(id[:])
	return digits[:8] + "-" + digits[8:12] + "-" + digits[12:16] + "-" + digits[16:20] + "-" + digits[20:]
}

// beside is what stands beside measures: statuses, who answers, and their names.
type beside struct {
	statuses, responsibilities, names *table
	status, name                      map[string][][]byte
	parts                             map[string][][][]byte
}

func newBeside(statuses, responsibilities, names *pgconn.Result) *beside {
	b := &beside{statuses: read(statuses), responsibilities: read(responsibilities), names: read(names)}
	b.status, b.parts, b.name = b.statuses.one("measure"), b.responsibilities.by("measure"), b.names.one("id")
	return b
}

func (b *beside) party(out *writer, id, called []byte) {
	out.name("responsibleParty")
	row := b.name[string(id)]
	if row == nil {
		out.raw(null)
		return
	}
	if called == nil {
		called = row[b.names.place["name"]]
	}
	out.open('{')
	out.text("id", id)
	out.text("name", called)
	out.text("kind", row[b.names.place["kind"]])
	out.close('}')
}

func (b *beside) measure(out *writer, measures *table, row [][]byte) {
	out.members(measures, row, func(column string) bool { return column == "plan" || column == "area" || column == "cause" })
	id := string(row[measures.place["id"]])
	status := b.status[id]
	if status == nil {
		out.text("status", []byte("noInformation"))
		out.name("reportedQuantities")
		out.raw([]byte("[]"))
		out.name("latestFollowUp")
		out.raw(null)
	} else {
		at := func(name string) []byte { return status[b.statuses.place[name]] }
		out.text("status", at("status"))
		out.name("reportedQuantities")
		out.raw(at("reportedQuantities"))
		out.name("latestFollowUp")
		out.open('{')
		out.text("id", at("latestFollowUp.id"))
		b.party(out, at("party"), nil)
		out.text("status", at("latestFollowUp.status"))
		out.text("periodEnd", at("latestFollowUp.periodEnd"))
		out.text("text", at("latestFollowUp.text"))
		out.name("recordedAt")
		out.moment(at("latestFollowUp.recordedAt"))
		out.close('}')
	}
	out.name("responsibilities")
	out.open('[')
	for _, part := range b.parts[id] {
		at := func(name string) []byte { return part[b.responsibilities.place[name]] }
		out.open('{')
		b.party(out, at("party"), at("party_name"))
		out.name("lead")
		out.truth(at("lead"))
		out.name("contact")
		if contact := b.name[string(at("contact_name"))]; contact == nil {
			out.raw(null)
		} else {
			out.open('{')
			out.text("id", at("contact"))
			out.text("name", contact[b.names.place["name"]])
			out.close('}')
		}
		out.close('}')
	}
	out.close(']')
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 6 {
		log.Fatal("peer ADDRESS DATABASE-URL STATEMENTS-FILE PUBLIC-KEY-FILE CONNECTIONS")
	}
	s := &server{callers: map[string]*caller{}}
	text, err := os.ReadFile(os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(text, &s.statements); err != nil {
		log.Fatal(err)
	}
	text, err = os.ReadFile(os.Args[4])
	if err != nil {
		log.Fatal(err)
	}
	block, _ := pem.Decode(text)
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		log.Fatal(err)
	}
	s.key = key.(*ecdsa.PublicKey)
	config, err := pgxpool.ParseConfig(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	connections, _ := strconv.Atoi(os.Args[5])
	config.MaxConns, config.MinConns = int32(connections), int32(connections)
	config.AfterConnect = s.prepare
	if s.pool, err = pgxpool.ConnectConfig(context.Background(), config); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(os.Args[1], s))
}
