-- Each request is of a municipality taken at random, with its own token. BENCH_WHAT is plan, list or follow-up.
local tokens = {}
for line in io.lines(os.getenv("BENCH_TOKENS")) do tokens[#tokens + 1] = line end
local what = os.getenv("BENCH_WHAT")
local base = "/samverkan/v1/municipalities/"
local function id(kind, code) return "00000000-0000-7000-" .. kind .. "-00000000" .. code end

function init() math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000) end

function request()
    local n = math.random(#tokens)
    local code = tostring(1999 + n)
    local headers = { Authorization = "Bearer " .. tokens[n] }
    if what == "plan" then
        return wrk.format("GET", base .. code .. "/action-plans/" .. id("8001", code), headers)
    elseif what == "list" then
        return wrk.format("GET", base .. code .. "/measures?limit=50", headers)
    end
    headers["Content-Type"] = "application/json"
    return wrk.format("POST", base .. code .. "/measures/" .. id("8003", code) .. "/follow-ups", headers,
        '{"responsiblePartyId":"' .. id("8004", code) .. '","period":{"start":"2026-05-01"},"status":"ongoing","text":"Genomfört enligt plan.","quantity":3,"unit":"kvällar"}')
end

function done(summary, latency)
    local errors = summary.errors
    if errors.status + errors.connect + errors.read + errors.write + errors.timeout > 0 then
        io.stderr:write(string.format("%s: %d answers of 400 or more, %d not connected, %d not read, %d not written, %d longer than 2 s\n",
            what, errors.status, errors.connect, errors.read, errors.write, errors.timeout))
    end
    io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
