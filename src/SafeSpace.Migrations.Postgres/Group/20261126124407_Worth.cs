using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class Worth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "book_count",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    book = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_book_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "centre_sign_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    name_key = table.Column<string>(type: "text", nullable: true),
                    session = table.Column<string>(type: "text", nullable: true),
                    way = table.Column<string>(type: "text", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_to_wait = table.Column<bool>(type: "boolean", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centre_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crisis_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    name_key = table.Column<string>(type: "text", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    spell_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crisis_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "door_address",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_door_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<string>(type: "text", nullable: true),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leader_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    level = table.Column<string>(type: "text", nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leader_hours", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    network = table.Column<string>(type: "text", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    card = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "month_closing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    figures = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<string>(type: "text", nullable: false),
                    reopened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reopened_by = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_month_closing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    component = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_by = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    price_year = table.Column<string>(type: "text", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reference_figure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_given",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    sample_week = table.Column<DateOnly>(type: "date", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_given", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_level",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    stopped_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_level", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_level_month",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_level_month", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "value_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counts_support_given = table.Column<bool>(type: "boolean", nullable: false),
                    hours_a_year = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "value_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<int>(type: "integer", nullable: false),
                    figures = table.Column<string>(type: "text", nullable: false),
                    prepared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    prepared_by = table.Column<string>(type: "text", nullable: false),
                    checked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    checked_by = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: true),
                    restates_id = table.Column<Guid>(type: "uuid", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_statement", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_book_count_book_day",
                table: "book_count",
                columns: new[] { "book", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_day_at",
                table: "centre_sign_in",
                columns: new[] { "day", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_member_id_day",
                table: "centre_sign_in",
                columns: new[] { "member_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_session_day",
                table: "centre_sign_in",
                columns: new[] { "session", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_crisis_entry_day",
                table: "crisis_entry",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_crisis_entry_person_id",
                table: "crisis_entry",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_crisis_entry_spell_id",
                table: "crisis_entry",
                column: "spell_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_door_address_secret_hash",
                table: "door_address",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_month",
                table: "income",
                column: "month");

            migrationBuilder.CreateIndex(
                name: "ix_leader_hours_month_name_key",
                table: "leader_hours",
                columns: new[] { "month", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_leader_hours_user_id_week",
                table: "leader_hours",
                columns: new[] { "user_id", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_leader_hours_week_name_key_level",
                table: "leader_hours",
                columns: new[] { "week", "name_key", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_card",
                table: "member",
                column: "card",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_name_key",
                table: "member",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_member_number",
                table: "member",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_person_id",
                table: "member",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_month_closing_month_number",
                table: "month_closing",
                columns: new[] { "month", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rate_component_level_from",
                table: "rate",
                columns: new[] { "component", "level", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_support_given_month_kind",
                table: "support_given",
                columns: new[] { "month", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_support_level_month_name_key",
                table: "support_level",
                columns: new[] { "month", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_level_month_month",
                table: "support_level_month",
                column: "month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_value_statement_number",
                table: "value_statement",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "book_count");

            migrationBuilder.DropTable(
                name: "centre_sign_in");

            migrationBuilder.DropTable(
                name: "crisis_entry");

            migrationBuilder.DropTable(
                name: "door_address");

            migrationBuilder.DropTable(
                name: "income");

            migrationBuilder.DropTable(
                name: "leader_hours");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "month_closing");

            migrationBuilder.DropTable(
                name: "rate");

            migrationBuilder.DropTable(
                name: "reference_figure");

            migrationBuilder.DropTable(
                name: "support_given");

            migrationBuilder.DropTable(
                name: "support_level");

            migrationBuilder.DropTable(
                name: "support_level_month");

            migrationBuilder.DropTable(
                name: "value_settings");

            migrationBuilder.DropTable(
                name: "value_statement");
        }
    }
}
