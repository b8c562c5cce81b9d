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
            migrationBuilder.AddColumn<string>(
                name: "asked_by",
                table: "promise",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "previous_id",
                table: "promise",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "agreed",
                table: "contact",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_after",
                table: "contact",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_before",
                table: "contact",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "stopped_at",
                table: "call_under_way",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    why = table.Column<byte[]>(type: "bytea", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    previous_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    end_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                    table.ForeignKey(
                        name: "FK_agreement_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "follow_up_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asks_mood = table.Column<bool>(type: "boolean", nullable: false),
                    own_pages = table.Column<bool>(type: "boolean", nullable: false),
                    names_who_looked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_rules", x => x.id);
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
                name: "own_page_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    safe_way = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    made_account = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_page_invitation", x => x.id);
                    table.ForeignKey(
                        name: "FK_own_page_invitation_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_offer", x => x.id);
                    table.ForeignKey(
                        name: "FK_person_offer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_the_person = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_version", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_version_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "rhythm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    every_days = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rhythm", x => x.id);
                    table.ForeignKey(
                        name: "FK_rhythm_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "support_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_in_contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_task", x => x.id);
                    table.ForeignKey(
                        name: "FK_support_task_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "ix_agreement_person_id_until",
                table: "agreement",
                columns: new[] { "person_id", "until" });

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
                name: "ix_own_page_invitation_person_id",
                table: "own_page_invitation",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_offer_person_id",
                table: "person_offer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_version_person_id_made_at",
                table: "plan_version",
                columns: new[] { "person_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rate_component_level_from",
                table: "rate",
                columns: new[] { "component", "level", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_rhythm_person_id_ended_at",
                table: "rhythm",
                columns: new[] { "person_id", "ended_at" });

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
                name: "ix_support_task_person_id_state",
                table: "support_task",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_support_task_state_peer_id",
                table: "support_task",
                columns: new[] { "state", "peer_id" });

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
                name: "agreement");

            migrationBuilder.DropTable(
                name: "book_count");

            migrationBuilder.DropTable(
                name: "centre_sign_in");

            migrationBuilder.DropTable(
                name: "crisis_entry");

            migrationBuilder.DropTable(
                name: "door_address");

            migrationBuilder.DropTable(
                name: "follow_up_rules");

            migrationBuilder.DropTable(
                name: "income");

            migrationBuilder.DropTable(
                name: "leader_hours");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "month_closing");

            migrationBuilder.DropTable(
                name: "own_page_invitation");

            migrationBuilder.DropTable(
                name: "person_offer");

            migrationBuilder.DropTable(
                name: "plan_version");

            migrationBuilder.DropTable(
                name: "rate");

            migrationBuilder.DropTable(
                name: "reference_figure");

            migrationBuilder.DropTable(
                name: "rhythm");

            migrationBuilder.DropTable(
                name: "support_given");

            migrationBuilder.DropTable(
                name: "support_level");

            migrationBuilder.DropTable(
                name: "support_level_month");

            migrationBuilder.DropTable(
                name: "support_task");

            migrationBuilder.DropTable(
                name: "value_settings");

            migrationBuilder.DropTable(
                name: "value_statement");

            migrationBuilder.DropColumn(
                name: "asked_by",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "previous_id",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "agreed",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "mood_after",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "mood_before",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "stopped_at",
                table: "call_under_way");
        }
    }
}
