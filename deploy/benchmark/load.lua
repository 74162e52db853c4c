-- Each request is of a municipality taken at random, with its own token. BENCH_WHAT is what is requested; of BENCH_TOKENS the first line is
-- the head of the district's token, the others the municipalities'. BENCH_TAGS has each municipality's tag of its plan, for not-modified.
local function read(name)
    local lines = {}
    if name then for line in io.lines(name) do lines[#lines + 1] = line end end
    return lines
end
local tokens, tags = read(os.getenv("BENCH_TOKENS")), read(os.getenv("BENCH_TAGS"))
local head = table.remove(tokens, 1)
local what = os.getenv("BENCH_WHAT")
local base = "/samverkan/v1"
local function id(kind, code, year, n) return string.format("0000%04d-%04d-7000-%s-00000000%s", n or 0, year or 0, kind, code) end
local document
if what == "import" then
    local file = io.open(os.getenv("BENCH_DOCUMENT"), "rb")
    document = file:read("*a")
    file:close()
end

function init() math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000) end

local function report(code, n)
    return '"responsiblePartyId":"' .. id("8004", code, 0, 1) .. '","period":{"start":"2026-05-01"},"status":"ongoing","text":"Genomfört enligt plan.","quantity":3,"unit":"kvällar"'
end

function request()
    local n = math.random(#tokens)
    local code = tostring(1999 + n)
    local headers = { Authorization = "Bearer " .. (what:find("^police") and head or what == "overview" and head or tokens[n]) }
    local place = base .. "/municipalities/" .. code
    if what == "plan" or what == "police-plan" or what == "not-modified" then
        if what == "not-modified" then headers["If-None-Match"] = tags[n] end
        return wrk.format("GET", place .. "/action-plans/" .. id("8001", code, 2026), headers)
    elseif what == "list" or what == "police-list" then
        return wrk.format("GET", place .. "/measures?limit=50", headers)
    elseif what == "list-by-status" then
        return wrk.format("GET", place .. "/measures?limit=50&status=ongoing", headers)
    elseif what == "list-by-plan" then
        return wrk.format("GET", place .. "/measures?limit=50&plan=" .. id("8001", code, 2026), headers)
    elseif what == "my-measures" then
        return wrk.format("GET", base .. "/me/measures?limit=50", headers)
    elseif what == "overview" then
        return wrk.format("GET", base .. "/districts/vastra-skaraborg/overview", headers)
    elseif what == "import" then
        headers["Content-Type"] = "text/plain"

        return wrk.format("POST", place .. "/imports", headers, document)
    end
    headers["Content-Type"] = "application/json"
    if what == "bulk" then
        local lines = {}
        for line = 1, 100 do lines[line] = '{"measureId":"' .. id("8003", code, 2026, 1 + line % 30) .. '",' .. report(code) .. "}" end
        return wrk.format("POST", place .. "/follow-ups", headers, '{"followUps":[' .. table.concat(lines, ",") .. "]}")
    end
    return wrk.format("POST", place .. "/measures/" .. id("8003", code, 2026, 1) .. "/follow-ups", headers, "{" .. report(code) .. "}")
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
    if failed > 0 then
        io.stderr:write(string.format("%s: %d answers of 400 or more, %d not connected, %d not read, %d not written, %d longer than 2 s\n",
            what, errors.status, errors.connect, errors.read, errors.write, errors.timeout))
    end
    io.write(string.format("RESULT %.1f %.2f %.2f %d %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        failed, summary.requests))
end
