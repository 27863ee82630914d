using Xunit;

namespace FLua.Runtime.Tests;

public class PackageLibraryTests
{
    private const string Default =
        "/usr/local/share/lua/5.4/?.lua;/usr/local/share/lua/5.4/?/init.lua;/usr/local/lib/lua/5.4/?.lua;/usr/local/lib/lua/5.4/?/init.lua;./?.lua;./?/init.lua";

    [Theory]
    [InlineData(null, Default)]
    [InlineData("", "")]
    [InlineData("a/?.lua", "a/?.lua")]
    [InlineData(";;", Default)]
    [InlineData("x;;", "x;" + Default)]
    [InlineData(";;y", Default + ";y")]
    [InlineData("x;;y;;z", "x;" + Default + ";y;;z")]
    [InlineData("größe/?.lua;;", "größe/?.lua;" + Default)]
    public void Path_FollowsTheEnvironment(string? variable, string expected)
    {
        LuaTable package = Open("LUA_PATH", variable);
        Assert.Equal(expected, package["path"].ToString());
        Assert.Equal("/usr/local/lib/lua/5.4/?.so;/usr/local/lib/lua/5.4/loadall.so;./?.so", package["cpath"].ToString());
    }

    [Fact]
    public void Path_OfTheVersion_ComesFirst()
    {
        LuaTable package = Open("LUA_CPATH_5_4", "mine/?.so");
        Assert.Equal(Default, package["path"].ToString());
        Assert.Equal("mine/?.so", package["cpath"].ToString());
    }

    private static LuaTable Open(string variable, string? value)
    {
        var platform = new TestPlatform();
        if (value != null)
        {
            platform.Environment[variable] = value;
        }

        LuaState state = LuaState.Create(new LuaOptions { Platform = platform });
        return (LuaTable)state.Globals["package"].o!;
    }
}
