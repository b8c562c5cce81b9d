using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class KeptFurther : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_opened_on",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_state_opened_on",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_team_opened_on",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_name_pair_surname_word_id_given_word_id",
                table: "name_pair");

            migrationBuilder.AddColumn<int>(
                name: "born_in",
                table: "name_pair",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("UPDATE name_pair SET born_in = (SELECT CAST(substr(p.date_of_birth, 1, 4) AS INTEGER) FROM person p WHERE p.id = name_pair.person_id);");

            migrationBuilder.CreateTable(
                name: "factor_day",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    figure = table.Column<string>(type: "TEXT", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_factor_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "referral_reach",
                columns: table => new
                {
                    referral_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tried_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_reach", x => x.referral_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_month_month_calls",
                table: "person_month",
                columns: new[] { "month", "calls" },
                filter: "month = 0");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case",
                columns: new[] { "opened_on", "person_id" },
                filter: "first_answered_at IS NULL AND state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_opened_on_person_id",
                table: "person_case",
                columns: new[] { "opened_on", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_case_state_opened_on_person_id",
                table: "person_case",
                columns: new[] { "state", "opened_on", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_case_team_opened_on_person_id",
                table: "person_case",
                columns: new[] { "team", "opened_on", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_name_pair_surname_word_id_given_word_id_born_in",
                table: "name_pair",
                columns: new[] { "surname_word_id", "given_word_id", "born_in" });

            migrationBuilder.CreateIndex(
                name: "ix_factor_day_day",
                table: "factor_day",
                column: "day");

            // What is in the store already is counted here, in the step's own transaction: it is kept from now on, or nothing was changed.
            migrationBuilder.Sql("INSERT INTO person_month (person_id, month, calls, contacts) SELECT person_id, 0, sum(calls), sum(contacts) FROM person_month GROUP BY person_id;");
            migrationBuilder.Sql("""
                INSERT INTO referral_reach (referral_id, tried_at, answered_at)
                SELECT r.id, min(c.at), min(CASE WHEN c.kind <> 'NoAnswer' THEN c.at END) FROM referral r JOIN contact c ON c.person_id = r.person_id
                WHERE r.kind <> 'Double' AND r.outcome NOT IN ('Waiting', 'PointedElsewhere', 'NotNow') AND c.corrected_by_id IS NULL
                    AND c.kind IN ('CallIn', 'CallOut', 'Video', 'VisitToBuilding', 'MeetingElsewhere', 'VisitAtHome', 'NoAnswer')
                    AND c.day >= r.day AND (r.channel = 'Import' OR r.decided_at IS NULL OR c.at >= r.decided_at)
                    AND NOT EXISTS (SELECT 1 FROM spell s WHERE s.id = r.spell_id AND s.closed_on < c.day)
                GROUP BY r.id;
                """);
            migrationBuilder.Sql("""
                WITH firsts AS (SELECT id, person_id, day FROM referral WHERE kind = 'First'),
                named AS (
                    SELECT DISTINCT f.person_id, f.factor, r.day FROM person_factor f JOIN firsts r ON r.person_id = f.person_id
                    WHERE f.taken_back_at IS NULL AND f.seen_by = 'Referrer' AND f.referral_id = r.id),
                heard AS (
                    SELECT f.person_id, f.factor, min(CASE WHEN f.day > r.day THEN f.day ELSE r.day END) AS day FROM person_factor f JOIN firsts r ON r.person_id = f.person_id
                    WHERE f.taken_back_at IS NULL AND f.seen_by = 'Peers' GROUP BY f.person_id, f.factor),
                share AS (
                    SELECT day, 'Referrer' AS figure, factor FROM named
                    UNION ALL SELECT day, 'Peers', factor FROM heard
                    UNION ALL SELECT h.day, 'Gap', h.factor FROM heard h WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.person_id = h.person_id AND n.factor = h.factor)
                    UNION ALL SELECT min(day), 'ReferrerPeople', '' FROM named GROUP BY person_id
                    UNION ALL SELECT min(day), 'PeerPeople', '' FROM heard GROUP BY person_id
                    UNION ALL SELECT min(day), CASE WHEN count(*) = 1 THEN 'Alone' ELSE 'Plus' END, '' FROM named GROUP BY person_id
                        HAVING max(CASE WHEN factor = 'anxiety_depression' THEN 1 ELSE 0 END) = 1)
                INSERT INTO factor_day (id, day, figure, factor, people) SELECT randomblob(16), day, figure, factor, count(*) FROM share GROUP BY day, figure, factor;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM person_month WHERE month = 0;");

            migrationBuilder.DropTable(
                name: "factor_day");

            migrationBuilder.DropTable(
                name: "referral_reach");

            migrationBuilder.DropIndex(
                name: "ix_person_month_month_calls",
                table: "person_month");

            migrationBuilder.DropIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_opened_on_person_id",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_state_opened_on_person_id",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_team_opened_on_person_id",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_name_pair_surname_word_id_given_word_id_born_in",
                table: "name_pair");

            migrationBuilder.DropColumn(
                name: "born_in",
                table: "name_pair");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case",
                column: "opened_on",
                filter: "first_answered_at IS NULL AND state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_opened_on",
                table: "person_case",
                column: "opened_on");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_state_opened_on",
                table: "person_case",
                columns: new[] { "state", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_person_case_team_opened_on",
                table: "person_case",
                columns: new[] { "team", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_name_pair_surname_word_id_given_word_id",
                table: "name_pair",
                columns: new[] { "surname_word_id", "given_word_id" });
        }
    }
}
