import Foundation
import Testing

/// The real server, as a process of its own.
@Suite struct ServeCommandTests {
  /// Shell that starts a server, waits until it listens and puts its port into `$port`; `get PATH`
  /// asks for a page and prints what comes.
  private static let start = """
    serve() {
      # The log of the server before must not be read for that of this one.
      : > log
      "$anamnesis" serve --port 0 "$@" 2> log & server=$!
      for _ in $(seq 300); do
        port=$(sed -n 's/^Listening on .*:\\([0-9]*\\)$/\\1/p' log)
        [ -n "$port" ] && return
        kill -0 $server 2>/dev/null || return
        sleep 0.1
      done
    }
    get() {
      exec 9<>"/dev/tcp/127.0.0.1/$port" || return
      printf 'GET %s HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' "$1" >&9
      cat <&9
      exec 9<&- 9>&-
    }

    """

  private func run(_ script: String, in folder: Folder) throws -> Program.Run {
    try Program.shell(Self.start + script, in: folder)
  }

  private func made() throws -> Folder {
    let folder = Folder()
    let run = try Program.run(["init", "--data", "clinic"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test func `a folder is served until the process is asked to stop`() throws {
    let run = try run(
      """
      serve --data clinic
      get /readyz; echo; get /help
      kill -TERM $server; wait $server; echo "code $?"
      """, in: made())
    #expect(run.output.contains("\"status\":\"ready\""))
    #expect(run.output.contains("{\"name\":\"synchronous\",\"status\":\"well\",\"finding\":\"2\"}"))
    #expect(run.output.contains("You do not have to carry this alone"))
    #expect(run.lines.last == "code 0")
  }

  @Test func `a backup is made while the records are served, by their server`() throws {
    let run = try run(
      """
      serve --data clinic
      for turn in 1 2; do "$anamnesis" backup copy-$turn --data clinic > made; echo "code $?"; done
      "$anamnesis" backup verify copy-2 --data clinic | tail -1
      "$anamnesis" backup copy-2 --data clinic; echo "code $?"
      rm clinic/backup.socket; "$anamnesis" backup copy-3 --data clinic; echo "code $?"
      ls clinic | grep -c copy; ls | grep -c copy-3
      kill -TERM $server; wait $server; echo "code $?"
      """, in: made())
    #expect(
      run.lines == [
        "code 0", "code 0", "Every row is as it was stored.", "code 64", "code 64", "0", "0",
        "code 0",
      ])
    #expect(run.errors.contains("there is something of that name"))
    #expect(run.errors.contains("is in use by process"))
  }

  @Test func `a backup that could not be made does not count as one`() throws {
    let run = try run(
      """
      serve --data clinic
      log=clinic/records.db-wal; size=$(stat -c %s $log)
      touch file; "$anamnesis" backup file/copy --data clinic; echo "code $?"
      truncate -s 8T $log; "$anamnesis" backup copy --data clinic; echo "code $?"
      truncate -s "$size" $log; ls -d copy 2> /dev/null
      kill -TERM $server; wait $server; "$anamnesis" doctor --data clinic | grep -c "no backup was ever"
      serve --data clinic
      "$anamnesis" backup copy --data clinic | grep -c "Backed up"
      kill -TERM $server; wait $server; "$anamnesis" doctor --data clinic | grep -c "0 hours old"
      """, in: made())
    #expect(run.lines == ["code 64", "code 64", "1", "1", "1"], "\(run.errors)")
    #expect(run.errors.contains("the folder cannot be made; name a place that you may write to"))
    #expect(run.errors.contains("there is no room for a copy"))
  }

  @Test func `a folder whose path is too long for a desk is served, and the reason is said`() throws
  {
    let run = try run(
      """
      long=$(printf 'x%.0s' $(seq 100)); mv clinic $long
      serve --data $long; grep -c "the path is longer than a hundred bytes" log
      get /readyz; echo; kill -TERM $server; wait $server
      """, in: made())
    #expect(run.lines.first == "1")
    #expect(run.output.contains("\"status\":\"ready\""))
  }

  @Test func `a server whose lock was removed ends, and the next goes on`() throws {
    let run = try run(
      """
      serve --data clinic
      rm clinic/records.db.lock; get /readyz > answer
      wait $server; echo "code $?"; grep -c "the lock of the data file was removed" log
      serve --data clinic; get /readyz; echo
      kill -TERM $server; wait $server; echo "code $?"
      """, in: made())
    #expect(run.lines.prefix(2) == ["code 74", "1"])
    #expect(run.output.contains("\"status\":\"ready\""))
    #expect(run.lines.last == "code 0")
  }

  @Test func `a folder that the environment or a file names is not made`() throws {
    let folder = Folder()
    try "ANAMNESIS_DATA=mount/file\n".write(
      to: folder.file("server.env"), atomically: true, encoding: .utf8)
    let run = try run(
      """
      mkdir mount empty
      export ANAMNESIS_DATA=mount/clinic
      serve; get /readyz; echo; kill -TERM $server; wait $server; echo "code $?"
      export ANAMNESIS_DATA=empty
      serve; kill -TERM $server; wait $server; echo "code $?"
      unset ANAMNESIS_DATA; port=
      serve --config server.env; kill -TERM $server; wait $server; echo "code $?"
      echo "made: $(find mount empty -mindepth 1 | tr '\\n' ' ')"
      serve --data mount/asked; kill -TERM $server; wait $server; echo "code $?"
      echo "made: $(find mount -name records.db)"
      """, in: folder)
    #expect(run.output.contains("503 Service Unavailable"))
    #expect(
      run.lines.filter { $0.hasPrefix("code ") } == ["code 65", "code 65", "code 65", "code 0"])
    // What is named by the option is made: the search can find.
    #expect(
      run.lines.filter { $0.hasPrefix("made:") } == ["made: ", "made: mount/asked/records.db"])
  }

  @Test func `help is served although there are no records`() throws {
    let folder = try made()
    try FileManager.default.removeItem(at: folder.file("clinic/records.db"))
    let run = try run(
      """
      serve --data clinic
      get /help; get /anything; get /readyz
      kill -TERM $server; wait $server; echo "code $?"; cat log
      """, in: folder)
    #expect(run.output.contains("You do not have to carry this alone"))
    #expect(run.output.contains("503 Service Unavailable"))
    #expect(run.output.contains("The records or their key file are missing."))
    #expect(run.output.contains("\"status\":\"not ready\""))
    #expect(run.output.contains("code 65"))
    #expect(run.output.contains("there are no records; check that the disk is mounted"))
  }

  @Test func `damaged records are named without a trace`() throws {
    let folder = try made()
    try Data(repeating: 0x41, count: 8_192).write(to: folder.file("clinic/records.db"))
    let run = try run(
      """
      serve --data clinic
      get /help; get /
      kill -INT $server; wait $server; echo "code $?"
      """, in: folder)
    #expect(run.output.contains("You do not have to carry this alone"))
    #expect(run.output.contains("The records are missing or damaged."))
    #expect(!run.output.contains("records.db"))
    #expect(run.lines.last == "code 65")
  }

  @Test func `a second server of the same records is refused, and names the first`() throws {
    let run = try run(
      """
      serve --data clinic; echo "first $server"
      "$anamnesis" serve --data clinic --port 0; echo "code $?"
      kill $server; wait $server
      """, in: made())
    #expect(run.output.contains("code 64"))
    let first = run.lines.first?.split(separator: " ").last ?? ""
    #expect(run.errors.contains("is in use by process \(first)"))
  }

  @Test func `a port in use and an address elsewhere are said in a sentence`() throws {
    let run = try run(
      """
      serve --data clinic
      "$anamnesis" init --data other > made
      "$anamnesis" serve --data other --port $port; echo "code $?"
      "$anamnesis" serve --data other --host 192.0.2.1; echo "code $?"
      "$anamnesis" serve --data other --host 0.0.0.0 --port 70000; echo "code $?"
      "$anamnesis" serve; echo "code $?"
      kill $server; wait $server
      """, in: made())
    #expect(run.lines == ["code 64", "code 64", "code 64", "code 64"])
    #expect(run.errors.contains("another program listens there"))
    #expect(run.errors.contains("192.0.2.1 is no address of this machine"))
    #expect(run.errors.contains("write a whole number from 0 to 65535"))
    #expect(run.errors.contains("no data folder is named"))
  }

  @Test func `a second signal ends the server at once`() throws {
    let run = try run(
      """
      serve --data clinic --stop-seconds 60
      exec 8<>"/dev/tcp/127.0.0.1/$port"
      printf 'POST /api/session HTTP/1.1\\r\\nHost: x\\r\\nContent-Type: application/json\\r\\n' >&8
      printf 'Expect: 100-continue\\r\\nContent-Length: 500\\r\\n\\r\\n' >&8
      # The server says that the request is in progress; it never becomes whole.
      read -r told <&8; echo "${told%?}"
      for turn in 1 2 3 4 5 6; do kill -TERM $server 2>/dev/null || break; sleep 0.5; done
      wait $server; echo "code $?"
      """, in: made())
    #expect(run.lines.first?.hasPrefix("HTTP/1.1 100") == true)
    #expect(run.lines.last == "code 143")
  }

  @Test func `settings in force are listed with where they come from`() throws {
    let folder = Folder()
    try "ANAMNESIS_PORT=9000\n".write(
      to: folder.file("server.env"), atomically: true, encoding: .utf8)
    let run = try Program.shell(
      "ANAMNESIS_HOST=::1 \"$anamnesis\" config check --config server.env --log-level error",
      in: folder)
    #expect(run.status == 0)
    let rows = run.lines.map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(rows.contains { $0.starts(with: ["--port", "9000", "server.env,", "line", "1"]) })
    #expect(rows.contains { $0.starts(with: ["--host", "::1", "environment"]) })
    #expect(rows.contains { $0.starts(with: ["--log-level", "error", "--log-level"]) })
    let wrong = try Program.shell(
      "ANAMNESIS_PROT=1 \"$anamnesis\" config check", in: folder)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("did you mean ANAMNESIS_PORT?"))
  }
}
