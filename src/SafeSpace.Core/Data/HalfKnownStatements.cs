using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SafeSpace.Core.Data;

/// <summary>
/// Statements last on their connection, and one that fails just as it is made ready is half known: the server has it, the driver has not
/// heard what it answers with, and cannot read it the next time (github.com/npgsql/npgsql/issues/6391). So a connection on which
/// anything failed forgets all its statements before it is lent out again.
/// </summary>
internal sealed class HalfKnownStatements : DbCommandInterceptor
{
    /// <summary>By the number of the process that serves them: nothing else tells one connection of a pool from another.</summary>
    private readonly ConcurrentDictionary<int, bool> failed = new();

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Note(command.Connection);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(command.Connection);
        return Task.CompletedTask;
    }

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Note(command.Connection);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(command.Connection);
        return Task.CompletedTask;
    }

    public void Forget(DbConnection opened)
    {
        if (opened is NpgsqlConnection connection && failed.TryRemove(connection.ProcessID, out _))
            connection.UnprepareAll();
    }

    public void Note(DbConnection? failing)
    {
        if (failing is NpgsqlConnection { FullState: ConnectionState.Open } connection)
            failed[connection.ProcessID] = true;
    }
}
