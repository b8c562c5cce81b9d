using System.Globalization;
using SafeSpace.Bench;

// dotnet run -c Release --project bench/SafeSpace.Bench [-- PEOPLE CONTACTS SECONDS]        (SAFESPACE_DATABASE: on PostgreSQL)
//     the whole table of what good means in figures; SAFESPACE_BENCH_DATA=DIR keeps what was loaded; SAFESPACE_WRITE_DOCS=1 writes it into docs/performance.md
// dotnet run -c Release --project bench/SafeSpace.Bench -- http [PEOPLE CONTACTS SECONDS]
// dotnet run -c Release --project bench/SafeSpace.Bench -- boards BOARDS CHANGES-A-SECOND SECONDS
// dotnet run -c Release --project bench/SafeSpace.Bench -- import ROWS [FILE...]
// dotnet run -c Release --project bench/SafeSpace.Bench -- value SIGNINS
// dotnet run -c Release --project bench/SafeSpace.Bench -- hidden TRIES
// dotnet run -c Release --project bench/SafeSpace.Bench -- groups GROUPS
// dotnet run -c Release --project bench/SafeSpace.Bench -- nodes [PEOPLE CONTACTS SECONDS]   (needs SAFESPACE_DATABASE and HAProxy)
// A database may be measured on again from another folder: the installation's key is the same one.
Environment.SetEnvironmentVariable("SAFESPACE_KEY_NETWORK", Environment.GetEnvironmentVariable("SAFESPACE_KEY_NETWORK") ?? new string('b', 64));
return args switch
{
    ["empty", var address] => await EmptyApp.RunAsync(address),
    ["value", var signIns] => await Values.RunAsync(Whole(signIns)),
    ["hidden", var tries] => await Hidden.RunAsync(Whole(tries)),
    ["http", ..] => await HttpWork.RunAsync(Plan(1, 10_000, 100_000)),
    ["http-serve", var people, var contacts, .. var folder] => await HttpWork.ServeAsync(new BenchPlan(Whole(people), Whole(contacts), 0), folder.FirstOrDefault()),
    ["nodes", ..] => await Nodes.RunAsync(Plan(1, 10_000, 100_000)),
    ["groups", var groups] => await ManyGroups.RunAsync(Whole(groups)),
    ["boards", var boards, var changes, var seconds] => await OpenBoards.RunAsync(Whole(boards), Whole(changes), Whole(seconds)),
    ["boards-serve", var folder, var boards, var changes, var seconds] => await OpenBoards.ServeAsync(folder, Whole(boards), Whole(changes), Whole(seconds)),
    ["import", var rows, .. var files] => await Imports.RunAsync(Whole(rows), files),
    _ => await WholeTable.RunAsync(Plan(0, 20_000, 200_000)),
};

BenchPlan Plan(int at, int people, int contacts) => new(Number(at, people), Number(at + 1, contacts), Number(at + 2, 10));

int Number(int at, int usual) => args.Length > at ? Whole(args[at]) : usual;

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
