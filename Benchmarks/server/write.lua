-- One check-in a request, each with an identifier of its own.
-- Arguments: the header that signs in, its value, the patient.
local counter = 0
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  math.randomseed(os.time() * 16 + number)
  run = string.format("%04x-7%03x-8%03x-%04x", math.random(0, 65535), math.random(0, 4095),
    math.random(0, 4095), number)
  headers = { ["Content-Type"] = "application/json", [args[1]] = args[2] }
  patient = args[3]
end

function request()
  counter = counter + 1
  local id = string.format("%08x-%s%08x", counter, run, counter)
  local body = '{"v":1,"id":"' .. id .. '","patient":"' .. patient ..
    '","author":{"kind":"patient"},"occurred":{"at":"2026-01-05T18:50:19.832Z",' ..
    '"zone":"Europe/Berlin"},"fact":{"checkIn":{"ratings":[{"item":"mood","rating":{"value":5,' ..
    '"scale":{"minimum":0,"maximum":10,"direction":"higherIsBetter"}}},{"item":"energy",' ..
    '"rating":{"value":5,"scale":{"minimum":0,"maximum":10,"direction":"higherIsBetter"}}}]}}}'
  return wrk.format("POST", "/api/entries", headers, body)
end
